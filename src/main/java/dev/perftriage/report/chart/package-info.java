/**
 * Charts as SVG and PNG. Arithmetic first, in types that know no pixel device; drawing last. The
 * only package that uses AWT: nothing here may be touched before a chart is asked for.
 */
@NullMarked
package dev.perftriage.report.chart;

import org.jspecify.annotations.NullMarked;
