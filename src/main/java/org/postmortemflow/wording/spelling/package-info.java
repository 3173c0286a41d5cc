/** Spelling and grammar by LanguageTool: loaded when first needed, in the background. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.wording.spelling;
