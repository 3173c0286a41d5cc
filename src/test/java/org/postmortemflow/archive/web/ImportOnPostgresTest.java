package org.postmortemflow.archive.web;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL: long texts and the key that keeps a file from coming twice. */
@OnPostgres
class ImportOnPostgresTest extends ImportApiTest {}
