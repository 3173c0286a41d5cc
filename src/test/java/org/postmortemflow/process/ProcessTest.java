package org.postmortemflow.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.postmortemflow.ApplicationTest;
import org.springframework.context.annotation.Import;

/** A test that walks postmortems through the real models. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@Import(Walk.class)
public @interface ProcessTest {}
