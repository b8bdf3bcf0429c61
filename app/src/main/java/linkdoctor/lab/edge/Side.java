package linkdoctor.lab.edge;

/** Whose eyes a connection is made with: the client machine's own, or those of the proxy that it goes through. */
record Side(Kind kind, Seat seat, Resolver names) {

    /** The two places. */
    enum Kind { CLIENT, CORPORATE_PROXY }
}
