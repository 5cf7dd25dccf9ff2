package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Select;
import java.util.List;
import java.util.Optional;

/** Writes what a select port does: wait, and turn what came into the user's event. */
final class SelectWriter {

  private final Names names;
  private final Select select;

  SelectWriter(Names names, Select select) {
    this.names = names;
    this.select = select;
  }

  /** What the arms receive, in the order of their indices. */
  List<Endpoint> inputs() {
    return Arm.inputs(select.arms());
  }

  /**
   * The body of the method.
   *
   * @param otherwise a {@code catch} clause, or nothing
   */
  CodeBlock body(NameAllocator locals, CodeBlock otherwise) {
    String selection = locals.newName("selection");
    String arms = names.arms(select.method());
    CodeBlock.Builder body = CodeBlock.builder();
    body.add(
        "try ($T $N = $N.$L()) {\n$>",
        RuntimeTypes.SELECTION,
        selection,
        arms,
        select.optional() ? "selectOrNull" : "select");
    if (select.optional()) {
      body.add("if ($N == null) {\n$>", selection)
          .add("return $T.empty();\n", Optional.class)
          .add("$<}\n")
          .add("return $T.of($>$>\n", Optional.class)
          .add(event(selection))
          .add(");\n$<$<");
    } else {
      body.add("return ").add(event(selection)).add(";\n");
    }
    return body.add("$<}$L\n", otherwise).build();
  }

  private CodeBlock event(String selection) {
    List<Arm> arms = select.arms();
    if (arms.size() == 1 && !(arms.get(0) instanceof Arm.OfSignal)) {
      return made(arms.get(0), selection);
    }
    CodeBlock.Builder event = CodeBlock.builder().add("switch ($N.arm()) {\n$>", selection);
    for (int index = 0; index < arms.size(); index++) {
      boolean last = index == arms.size() - 1;
      event.add(
          "$L -> $L;\n", last ? "default" : "case " + index, made(arms.get(index), selection));
    }
    return event.add("$<}").build();
  }

  private CodeBlock made(Arm arm, String selection) {
    return switch (arm) {
      case Arm.Wrapping wrapping ->
          CodeBlock.of(
              "new $T$L($L)",
              ClassName.get(arm.event()),
              diamond(arm),
              value(wrapping.input(), selection));
      case Arm.Identity identity -> value(identity.input(), selection);
      case Arm.OfSignal signal ->
          CodeBlock.of("new $T$L()", ClassName.get(arm.event()), diamond(arm));
      case Arm.Misshapen misshapen -> throw new IllegalArgumentException("misshapen arm");
      case Arm.WithoutCase withoutCase -> throw new IllegalArgumentException("arm without case");
    };
  }

  private static String diamond(Arm arm) {
    return arm.event().getTypeParameters().isEmpty() ? "" : "<>";
  }

  private CodeBlock value(Endpoint input, String selection) {
    return CodeBlock.of("$N.valueOf($N)", selection, names.channel(input.channel()));
  }
}
