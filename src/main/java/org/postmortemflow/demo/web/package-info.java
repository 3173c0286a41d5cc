/** The page on which the demo's clock is moved. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.demo.web;
