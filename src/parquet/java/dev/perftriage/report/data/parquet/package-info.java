/**
 * Tables as Apache Parquet. Only {@code mvn -Pparquet} compiles this package, because its libraries
 * are larger than the rest of the program.
 */
@NullMarked
package dev.perftriage.report.data.parquet;

import org.jspecify.annotations.NullMarked;
