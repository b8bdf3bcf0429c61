package linkdoctor.session;

import java.util.List;
import java.util.Optional;

import linkdoctor.explain.Explanation;

/** Writes explanation documents. */
public final class ExplanationFile {
    private static final String FORMAT = "linkdoctor-explanation/1";

    private ExplanationFile() {
    }

    /** The document, member for member as it is written. */
    private record Document(String format, Optional<String> code, String layer, String title, String explanation, Optional<String> innerCode,
                            Optional<String> clientAddress, Optional<String> vault, Optional<String> location, Optional<String> action,
                            CallerPart caller, List<SessionDocument.RemedyPart> remedies) {
    }

    private record CallerPart(Optional<String> appId, Optional<String> objectId, Optional<String> tenant, Optional<String> resourceId) {
    }

    /** The document of an explanation, as text that ends with a line end. */
    public static String write(Explanation of) {
        Explanation.Caller caller = of.caller();
        return SessionFile.text(new Document(FORMAT, of.code(), of.layer().word(), of.title(), of.explanation(), of.innerCode(),
                of.clientAddress(), of.vault(), of.location(), of.action(),
                new CallerPart(caller.appId(), caller.objectId(), caller.tenant(), caller.resourceId()),
                of.remedies().stream().map(SessionDocument::remedy).toList()));
    }
}
