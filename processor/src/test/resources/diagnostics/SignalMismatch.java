@Topology
interface Shop {
  @Producer("quit") void quit();
  @Consumer("quit") String next();
  //E [SignalMismatch] quit() sends no value, but next() takes String from "quit". Give quit() a parameter, or let next() take no value.
}
