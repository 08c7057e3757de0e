/**
 * Charts as SVG and PNG. Types that compute layout do not draw. AWT is slow to load, so nothing
 * here may be used unless a chart is requested.
 */
@NullMarked
package dev.perftriage.report.chart;

import org.jspecify.annotations.NullMarked;
