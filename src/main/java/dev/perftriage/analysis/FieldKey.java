package dev.perftriage.analysis;

/**
 * A further field of test cases. A test case without the field matches no value: it is left out if
 * one is required and kept if one is excluded. Runtime benchmarks without the field are not tested.
 *
 * @param label the field's name as in the site's answers
 */
public record FieldKey(String label) implements FilterKey {

  @Override
  public boolean isOutcome() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isForRuntime() {
    return true;
  }

  @Override
  public boolean isForErrors() {
    return false;
  }
}
