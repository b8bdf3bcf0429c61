package linkdoctor.lab.edge.network;

/** Whose eyes a connection is made with: the client machine's own, or those of the proxy that it goes through. */
public record Side(Kind kind, Seat seat, Resolver names) {

    /** The two places. */
    public enum Kind { CLIENT, CORPORATE_PROXY }
}
