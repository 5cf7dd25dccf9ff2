package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Stage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Writes how a stage's method is called, and how what it returns is sent. */
final class ResultWriter {

  private static final CodeBlock NOTHING = CodeBlock.of("");

  private final Method method;
  private final CodeBlock call;
  private final String sender;
  private final NameAllocator locals;

  /**
   * A writer of one call.
   *
   * @param sender where its results go; without a meaning if it has none
   */
  ResultWriter(Method method, CodeBlock call, String sender, NameAllocator locals) {
    this.method = method;
    this.call = call;
    this.sender = sender;
    this.locals = locals;
  }

  /**
   * What comes of one value or event.
   *
   * @param lane what tells whose turn it is to send, or {@code null} if that does not matter
   */
  CodeBlock results(Stage.Results results, @Nullable String lane) {
    CodeBlock awaitTurn = lane == null ? NOTHING : CodeBlock.of("$N.awaitTurn();\n", lane);
    CodeBlock passTurn = lane == null ? NOTHING : CodeBlock.of("$N.passTurn();\n", lane);
    CodeBlock sending =
        switch (results) {
          case NONE -> CodeBlock.of("$L;\n", call);
          case ONE -> one(awaitTurn);
          case OPTIONAL -> optional(awaitTurn);
          case STREAM -> stream(awaitTurn);
        };
    return CodeBlock.builder().add(sending).add(passTurn).build();
  }

  private CodeBlock one(CodeBlock awaitTurn) {
    if (awaitTurn.isEmpty()) {
      return CodeBlock.of("$N.send($L);\n", sender, call);
    }
    String result = locals.newName("result");
    return CodeBlock.builder()
        .add("$T $N = $L;\n", TypeName.get(method.result()), result, call)
        .add(awaitTurn)
        .add("$N.send($N);\n", sender, result)
        .build();
  }

  private CodeBlock optional(CodeBlock awaitTurn) {
    String result = locals.newName("result");
    return CodeBlock.builder()
        .add(
            "$T $N = $T.required($L);\n",
            TypeName.get(method.result()),
            result,
            RuntimeTypes.RESULTS,
            call)
        .add(awaitTurn)
        .add("if ($N.isPresent()) {\n$>", result)
        .add("$N.send($N.get());\n", sender, result)
        .add("$<}\n")
        .build();
  }

  /** All that a source's stream has. */
  CodeBlock stream() {
    return stream(NOTHING);
  }

  private CodeBlock stream(CodeBlock awaitTurn) {
    String results = locals.newName("results");
    return CodeBlock.builder()
        .add("try ($T $N = $L) {\n$>", TypeName.get(method.result()), results, call)
        .add(awaitTurn)
        .add("$T.sendEach($N, $N);\n", RuntimeTypes.RESULTS, results, sender)
        .add("$<}\n")
        .build();
  }

  /** All that a source's iterable has. */
  CodeBlock iterable() {
    String value = locals.newName(Names.forValue(element()));
    return CodeBlock.builder()
        .add("for ($T $N : $L) {\n$>", typeOf(element()), value, call)
        .add("$N.send($N);\n", sender, value)
        .add("$<}\n")
        .build();
  }

  /** The type argument of a stream or an iterable. */
  private TypeMirror element() {
    return ((DeclaredType) method.result()).getTypeArguments().get(0);
  }

  /** The type of a variable that holds one of the values. */
  private static TypeName typeOf(TypeMirror element) {
    if (!(element instanceof WildcardType wildcard)) {
      return TypeName.get(element);
    }
    TypeMirror bound = wildcard.getExtendsBound();
    return bound == null ? TypeName.get(Object.class) : TypeName.get(bound);
  }
}
