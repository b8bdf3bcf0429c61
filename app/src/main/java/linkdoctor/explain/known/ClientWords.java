package linkdoctor.explain.known;

import java.util.List;

/** What clients say when they do not come as far as a service, in small letters and without blanks. */
public final class ClientWords {
    /** A proxy stands in the way. */
    public static final List<String> PROXY = List.of(
            "proxyauthenticationrequired", "proxyconnecttcp", "cannotconnecttoproxy", "unabletoconnecttoproxy", "proxyerror(",
            "tunnelconnectionfailed", "unabletotunnelthroughproxy", "connecttunnelfailed", "err_tunnel_connection_failed",
            "err_proxy_connection_failed", "proxyconnectionrefused", "theproxytunnelrequest", "couldnotresolveproxy",
            "establishingproxytunnel", "receivedhttpcode407", "httpcode403fromproxy");

    /** The certificate is not trusted. */
    public static final List<String> TLS = List.of(
            "certificatesignedbyunknownauthority", "certificate_verify_failed", "certificateverifyfailed", "failedtoverifycertificate",
            "selfsignedcertificate", "self-signedcertificate", "self_signed_cert", "unabletogetlocalissuercertificate",
            "unable_to_get_issuer_cert", "unable_to_verify_leaf_signature", "unabletoverifythefirstcertificate",
            "pkixpathbuildingfailed", "validcertificationpath", "theremotecertificateisinvalid", "remotecertificatenamemismatch",
            "remotecertificatechainerrors", "couldnotestablishtrustrelationship", "x509:certificate", "certificatehasexpired",
            "hostnamemismatch", "err_tls_cert_altname_invalid", "nosubjectalternativedns", "peercertificatecannotbeauthenticated");

    /** TLS is not agreed on. */
    public static final List<String> NO_TLS = List.of(
            "unexpected_eof_while_reading", "ssl_error_syscall", "alerthandshakefailure", "handshake_failure", "wrong_version_number",
            "thesslconnectioncouldnotbeestablished", "remotehostterminatedthehandshake", "tlsv1alert",
            "couldnotcreatessl/tlssecurechannel", "sslhandshakefailed", "tlshandshakefailed");

    /** DNS says that there is no such name. */
    public static final List<String> NO_NAME = List.of(
            "nosuchhost", "nameorservicenotknown", "nodenamenorservnameprovided", "getaddrinfoenotfound", "code:\"enotfound\"",
            "queryaenotfound", "unknownhostexception", "theremotenamecouldnotberesolved", "nameresolutionfailure", "couldnotresolvehost",
            "failedtoresolve\"", "getaddrinfofailed", "nxdomain", "non-existentdomain", "noaddressassociatedwithhostname",
            "dnsnamedoesnotexist", "nodatarecord");

    /** DNS says nothing. */
    public static final List<String> NO_DNS_ANSWER = List.of(
            "temporaryfailureinnameresolution", "eai_again", "servermisbehaving", "servfail", "dnsrequesttimedout", ":53:i/otimeout",
            "connectiontimedout;noserverscouldbereached", "noserverscouldbereached", "dnsservercouldnotbecontacted");

    /** No connection comes about, or no answer on it. */
    public static final List<String> NO_CONNECTION = List.of(
            "contextdeadlineexceeded", "connectiontimedout", "connecttimedout", "connecttimeout", "connectetimedout",
            "code:\"etimedout\"", ":443:i/otimeout", "connectionrefused", "econnrefused", "activelyrefusedit", "noroutetohost",
            "networkisunreachable", "ehostunreach", "enetunreach", "connectionreset", "econnreset", "connectionwasforciblyclosed",
            "connectedpartydidnotproperlyrespond", "client.timeoutexceededwhileawaitingheaders", "unabletoconnecttotheremoteserver",
            "couldnotconnecttoserver", "failedtoestablishanewconnection", "tlshandshaketimeout", "requesttimedout",
            "operationhastimedout");

    private ClientWords() {
    }
}
