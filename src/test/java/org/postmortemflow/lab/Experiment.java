package org.postmortemflow.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is an experiment of the lab. It asks for a {@link Finding} as its parameter, says there what it measured, and then
 * asserts its pass mark. With {@code @Tag(Experiment.ONLY_IN_LAB)} it is left out of the ordinary build; the others run there as
 * well, in a {@link Lab#full() shorter} form.
 */
@Test
@ExtendWith(LabReport.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Experiment {

    /** A {@link Tag}. */
    String ONLY_IN_LAB = "only-in-lab";

    int number();

    String name();

    /** What is done, in a sentence. */
    String what();

    /** What must be measured, in words. */
    String passMark();
}
