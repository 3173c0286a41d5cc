/** Who somebody is: sign-in of persons and of programs. Neighbours: shared, people, access, audit, web. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.signin;
