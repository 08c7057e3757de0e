/** The services over HTTP: the performance site, the list of merges and GitHub, with retries. */
@NullMarked
package dev.perftriage.source.http;

import org.jspecify.annotations.NullMarked;
