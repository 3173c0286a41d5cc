package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.integration.VendorKnowsInsides;

record CapabilityKnowsVendor(VendorKnowsInsides vendor) {}
