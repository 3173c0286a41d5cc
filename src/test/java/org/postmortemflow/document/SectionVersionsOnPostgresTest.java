package org.postmortemflow.document;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL, whose locks differ. */
@OnPostgres
class SectionVersionsOnPostgresTest extends SectionVersionsTest {}
