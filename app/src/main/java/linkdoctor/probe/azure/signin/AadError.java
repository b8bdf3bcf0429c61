package linkdoctor.probe.azure.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entra ID's error numbers, each as one sentence on what to do. */
public final class AadError {
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Map<Integer, String> SENTENCES = sentences();

    private AadError() {
    }

    /** The sentence for the first AADSTS number in the text; empty when there is none. */
    public static Optional<String> sentence(String text) {
        Matcher number = NUMBER.matcher(text == null ? "" : text);
        return number.find() ? Optional.of(of(Integer.parseInt(number.group(1)))) : Optional.empty();
    }

    private static String of(int number) {
        return SENTENCES.getOrDefault(number, "Entra ID refused the sign-in: look up the number at "
                + "https://login.microsoftonline.com/error?code=" + number) + " (AADSTS" + number + ").";
    }

    private static Map<Integer, String> sentences() {
        Map<Integer, String> s = new HashMap<>();
        accounts(s);
        conditions(s);
        applications(s);
        requests(s);
        return Map.copyOf(s);
    }

    private static void accounts(Map<Integer, String> s) {
        s.put(50020, "This account is not known in the vault's tenant: sign in with an account of that tenant, or have this one invited as a guest");
        s.put(50034, "This account does not exist in the tenant: sign in with another account, or name the right tenant");
        s.put(50053, "The account is locked after too many attempts, or this address is blocked: wait, or have an administrator unlock it");
        s.put(50055, "The password has expired: change it at https://myaccount.microsoft.com, then sign in again");
        s.put(50057, "The account is disabled: sign in with another account, or have an administrator enable it");
        s.put(50058, "Nobody is signed in in that browser session: sign in again");
        s.put(50059, "The tenant cannot be told from the account: name the tenant");
        s.put(50126, "User name or password is wrong: sign in again");
        s.put(50128, "There is no such domain at Entra ID: see that the account or the tenant is written right");
        s.put(50132, "The session is no longer valid, because the password was changed or has expired: sign in again");
        s.put(50133, "The session is no longer valid, because the password was changed: sign in again");
        s.put(50140, "The sign-in was interrupted by the question whether to stay signed in: sign in again and answer it");
        s.put(50144, "The password of this account in Active Directory has expired: change it, then sign in again");
        s.put(50173, "The sign-in has been revoked, because the password was changed or an administrator ended it: sign in again");
        s.put(70043, "The sign-in has expired by the tenant's sign-in frequency: sign in again");
        s.put(70008, "The sign-in has expired: sign in again");
        s.put(700082, "The sign-in has expired because it was not used for a long time: sign in again");
        s.put(16000, "Several accounts are signed in: choose one of them in the browser, or sign out there first");
        s.put(75011, "The way you proved who you are does not match what the application asks for: sign out in the browser, then sign in again");
        s.put(240006, "The browser session could not be used for this sign-in: sign out in the browser, then sign in again");
        s.put(90072, "This account is not known in the vault's tenant: have it invited there as a guest, or sign in with another account");
        s.put(1001, "The sign-in service of this machine failed: sign in with a device code");
    }

    private static void conditions(Map<Integer, String> s) {
        String again = ": sign in in the browser and complete it";
        s.put(50072, "The tenant wants this account enrolled for multi-factor authentication" + again);
        s.put(50074, "Multi-factor authentication is required" + again);
        s.put(50076, "Multi-factor authentication is required by a policy or from this place" + again);
        s.put(50079, "The tenant wants this account enrolled for multi-factor authentication" + again);
        s.put(50097, "The tenant wants a registered device: sign in in the browser on a device that the organisation manages");
        s.put(50131, "Conditional Access blocked this sign-in (device, place or risk): sign in from a managed device, or ask an administrator to look at the sign-in log");
        s.put(50158, "The tenant wants a further proof from an external provider" + again);
        s.put(53000, "Conditional Access wants a compliant device: sign in in the browser on a device that the organisation manages");
        s.put(53001, "Conditional Access wants a domain-joined device: sign in in the browser on a joined device");
        s.put(53002, "Conditional Access does not approve of this application: sign in with the Azure CLI");
        s.put(53003, "Conditional Access blocked this sign-in: sign in in the browser on a managed device, or ask an administrator to look at the sign-in log");
        s.put(530003, "Conditional Access wants a managed device, which a device code cannot prove: sign in in the browser on this machine or with the Azure CLI");
        s.put(530032, "The tenant's security policy blocks this sign-in: ask an administrator to look at the sign-in log");
        s.put(50105, "The account is not assigned to the application: have an administrator assign it, or sign in with the Azure CLI");
    }

    private static void applications(Map<Integer, String> s) {
        s.put(65001, "The application has no consent in this tenant: sign in in the browser and accept, or have an administrator consent");
        s.put(65004, "Consent was declined: sign in again and accept, or sign in with the Azure CLI");
        s.put(90094, "An administrator must consent to the application: ask for it, or sign in with the Azure CLI");
        s.put(700016, "The application is not known in this tenant: see that the client id and the tenant belong together");
        s.put(700024, "The client assertion is outside its time: set this machine's clock right, then try again");
        s.put(700027, "The certificate does not match the application: register its public part at the application, or use the right file");
        s.put(7000112, "The application is disabled in this tenant: have an administrator enable it");
        s.put(7000215, "The client secret is wrong: set AZURE_CLIENT_SECRET to the secret's value, not its id");
        s.put(7000218, "The application wants a secret or certificate: allow public client flows at its registration, or sign in as an application");
        s.put(7000222, "The client secret has expired: make a new one at the application and set AZURE_CLIENT_SECRET");
        s.put(50011, "The redirect address is not registered: add http://localhost under mobile and desktop applications, or sign in with a device code");
        s.put(500011, "The tenant does not know the service a token is wanted for: see that tenant and cloud are right");
    }

    private static void requests(Map<Integer, String> s) {
        s.put(50196, "The sign-in was repeated too often: wait a few minutes, then sign in again");
        s.put(70016, "The device code has not been entered yet: enter it within its time");
        s.put(70011, "The service a token is wanted for is not known in this cloud: see that the cloud is right");
        s.put(70018, "The device code is wrong, has expired, or the sign-in was declined: sign in again and enter the new code");
        s.put(70020, "The device code has expired: sign in again and enter the new code within 15 minutes");
        s.put(90002, "There is no such tenant in this cloud: see that tenant and cloud are right");
        s.put(90008, "The application may not ask for the signed-in user's data: have an administrator consent, or sign in with the Azure CLI");
        s.put(90014, "The sign-in request was incomplete: sign in again, or choose another way to sign in");
        s.put(90100, "The sign-in request was not valid: sign in again, or choose another way to sign in");
        s.put(900023, "The tenant is neither an id nor a domain: see that it is written right");
    }
}
