package dev.millrace.processor.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.millrace.processor.write.GoldenTopology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The data beside a class is what its schema says. What it holds is in the golden files. */
class TopologyJsonTest {

  @ParameterizedTest
  @EnumSource
  void followsItsSchema(GoldenTopology golden) throws IOException {
    assertEquals(Set.<ValidationMessage>of(), schema().validate(json(golden)));
  }

  @ParameterizedTest
  @EnumSource
  void refersToNodesThatItLists(GoldenTopology golden) throws IOException {
    JsonNode topology = json(golden);
    Set<String> ids = new HashSet<>();
    for (String kind : new String[] {"ports", "stages"}) {
      for (JsonNode node : topology.get(kind)) {
        assertTrue(ids.add(node.get("id").asText()), "two nodes are called " + node);
      }
    }

    for (JsonNode channel : topology.get("channels")) {
      for (String end : new String[] {"senders", "receivers", "watchers"}) {
        channel.get(end).forEach(link -> assertTrue(ids.contains(link.get("node").asText())));
      }
      channel.get("closers").forEach(closer -> assertTrue(ids.contains(closer.asText())));
    }
  }

  private static JsonNode json(GoldenTopology golden) throws IOException {
    return new ObjectMapper().readTree(Files.readString(golden.expectedData()));
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            TopologyJson.class.getResourceAsStream("topology.schema.json"), "the schema")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
  }
}
