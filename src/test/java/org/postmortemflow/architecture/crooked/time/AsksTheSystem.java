package org.postmortemflow.architecture.crooked.time;

class AsksTheSystem {
    long now() {
        return System.currentTimeMillis();
    }
}
