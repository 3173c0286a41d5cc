package org.postmortemflow.lab;

/** How long the experiments are. */
final class Lab {

    private Lab() {}

    /** {@code -Plab}: whole experiments; otherwise those of the ordinary build, which are shorter. */
    static boolean full() {
        return "full".equals(System.getProperty("lab.length"));
    }

    /** A number of repetitions for each length. */
    static int times(int full, int shorter) {
        return full() ? full : shorter;
    }
}
