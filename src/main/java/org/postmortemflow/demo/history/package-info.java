/** Made-up incidents of the past months, so that a newcomer sees the figures filled; the same ones each time. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.demo.history;
