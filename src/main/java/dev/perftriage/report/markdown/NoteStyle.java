package dev.perftriage.report.markdown;

/** The styles of notes under an entry. */
public enum NoteStyle {
  /** Short, to edit and publish. */
  DRAFT,
  /** All evidence. */
  FULL
}
