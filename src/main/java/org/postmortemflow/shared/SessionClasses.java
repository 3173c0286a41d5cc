package org.postmortemflow.shared;

/**
 * Classes of a library that keep something in sessions: no others are read back from one. The room that brings the library along
 * says so by a bean.
 *
 * @param pattern of {@link java.io.ObjectInputFilter.Config#createFilter(String)}, for example {@code org.example.**}
 */
public record SessionClasses(String pattern) {}
