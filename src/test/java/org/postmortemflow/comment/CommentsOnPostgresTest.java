package org.postmortemflow.comment;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class CommentsOnPostgresTest extends DiscussTest {}
