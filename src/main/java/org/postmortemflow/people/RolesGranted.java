package org.postmortemflow.people;

/** Somebody's roles from outside the organisation file changed, in the transaction at work. */
public record RolesGranted() {}
