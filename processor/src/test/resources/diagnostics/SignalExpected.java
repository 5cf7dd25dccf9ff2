@Topology
interface Shop {
  @Producer("quit") void quit(String why);
  @Consumer("quit") void awaitQuit();
  //E [SignalMismatch] quit(String) sends String to "quit", but awaitQuit() takes no value. Remove the parameter of quit(String), or let awaitQuit() take String.
}
