package linkdoctor.ui.model.fix;

/** What is shown of the scripts of a plan. */
public enum Side {
    BASH("Bash"), POWERSHELL("PowerShell"), ROLL_BACK("Roll back"), DRY_RUN("Dry run"), REQUEST("Request");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
