/** The ledger as a page, as JSON and as a spreadsheet. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ledger.web;
