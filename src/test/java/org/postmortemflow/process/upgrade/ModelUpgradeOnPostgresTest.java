package org.postmortemflow.process.upgrade;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ModelUpgradeOnPostgresTest extends ModelUpgradeProcessTest {}
