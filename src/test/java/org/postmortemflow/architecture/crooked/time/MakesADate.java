package org.postmortemflow.architecture.crooked.time;

import java.util.Date;

class MakesADate {
    Date now() {
        return new Date();
    }
}
