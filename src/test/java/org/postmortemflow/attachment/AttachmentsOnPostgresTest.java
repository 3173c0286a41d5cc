package org.postmortemflow.attachment;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL, whose binary columns and locks are others. */
@OnPostgres
class AttachmentsOnPostgresTest extends AttachFileTest {}
