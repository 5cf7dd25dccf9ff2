package dev.millrace.processor.draw;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A topology as data, for tools. The format is that of {@code topology.schema.json} beside this
 * class; what is added to it later is added so that readers of today's files need not change.
 */
final class TopologyJson {

  private static final int VERSION = 1;

  private final JsonWriter json;

  private TopologyJson(JsonWriter json) {
    this.json = json;
  }

  /** Writes the picture, the same way on every machine. */
  static void write(Picture picture, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setSerializeNulls(true);
    new TopologyJson(json).write(picture);
    json.flush();
    out.write('\n');
  }

  private void write(Picture picture) throws IOException {
    json.beginObject();
    json.name("version").value(VERSION);
    json.name("topology").value(picture.topology());
    json.name("generatedClass").value(picture.generatedClass());
    array("ports", picture.ports(), this::port);
    array("stages", picture.stages(), this::stage);
    array("channels", picture.channels(), this::channel);
    json.endObject();
  }

  private void port(Picture.Port port) throws IOException {
    json.beginObject();
    json.name("id").value(port.id());
    json.name("name").value(port.name());
    json.endObject();
  }

  private void stage(Picture.Stage stage) throws IOException {
    json.beginObject();
    json.name("id").value(stage.id());
    json.name("declaredIn").value(stage.declaredIn());
    json.name("workers").value(stage.workers());
    json.name("ordered").value(stage.ordered());
    json.endObject();
  }

  private void channel(Picture.Wire channel) throws IOException {
    json.beginObject();
    json.name("name").value(channel.name());
    json.name("type").value(channel.qualifiedType());
    json.name("reply").value(channel.qualifiedReply());
    json.name("capacity").value(channel.capacity());
    json.name("overflow").value(channel.overflow().name());
    if (channel.broadcast()) {
      json.name("broadcast").value(true);
    }
    json.name("oneToOne").value(channel.oneToOne());
    array("senders", channel.senders(), this::link);
    array("receivers", channel.receivers(), this::link);
    array("watchers", channel.watchers(), this::link);
    array("closers", channel.closers(), port -> json.value(port.id()));
    json.endObject();
  }

  private void link(Picture.Link link) throws IOException {
    json.beginObject();
    json.name("node").value(link.node().id());
    if (link.event() != null) {
      json.name("event").value(link.event());
    }
    json.endObject();
  }

  /** Writes one element of an array. */
  private interface ElementWriter<T> {
    void write(T element) throws IOException;
  }

  private <T> void array(String name, List<T> elements, ElementWriter<T> writer)
      throws IOException {
    json.name(name).beginArray();
    for (T element : elements) {
      writer.write(element);
    }
    json.endArray();
  }
}
