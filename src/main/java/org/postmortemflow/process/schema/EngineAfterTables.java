package org.postmortemflow.process.schema;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Does nothing but be a part of the engine that needs the tables: so the engine starts after the migrations. */
@Component
@DependsOnDatabaseInitialization
class EngineAfterTables extends AbstractProcessEnginePlugin {}
