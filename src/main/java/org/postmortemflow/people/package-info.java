/** Persons, teams, services and their managers, and the pools of reviewers and facilitators. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.people;
