package org.postmortemflow.overview;

import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;

/** The same on PostgreSQL. */
@RoomSlice
@OnPostgres
class PostmortemListsOnPostgresTest extends PostmortemListsTest {}
