package org.postmortemflow.process.schema;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class EngineIndexesOnPostgresTest extends EngineIndexesTest {}
