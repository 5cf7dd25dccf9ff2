@Topology
interface Shop {
  @Producer("quit") void quit();
  @Producer("quit") void quitWith(String why);
  //E [SignalMismatch] quit() sends no value to "quit", but quitWith(String) sends String. Give quit() a parameter, or use another channel.
  @Consumer("quit") void awaitQuit();
}
