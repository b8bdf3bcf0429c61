package linkdoctor.session;

import java.util.List;
import java.util.Optional;

import linkdoctor.explain.Explanation;

/** The explanation document, member for member as it is written. */
public record ExplanationDocument(String format, Optional<String> code, String layer, String title, String explanation, Optional<String> innerCode,
                                  Optional<String> clientAddress, Optional<String> vault, Optional<String> location, Optional<String> action,
                                  CallerPart caller, List<SessionDocument.RemedyPart> remedies) {
    private static final String FORMAT = "linkdoctor-explanation/1";

    record CallerPart(Optional<String> appId, Optional<String> objectId, Optional<String> tenant, Optional<String> resourceId) {
    }

    /** The document as text that ends with a line end. */
    public static String write(Explanation of) {
        Explanation.Caller caller = of.caller();
        return SessionFile.text(new ExplanationDocument(FORMAT, of.code(), of.layer().word(), of.title(), of.explanation(), of.innerCode(),
                of.clientAddress(), of.vault(), of.location(), of.action(),
                new CallerPart(caller.appId(), caller.objectId(), caller.tenant(), caller.resourceId()),
                of.remedies().stream().map(SessionDocument::remedy).toList()));
    }
}
