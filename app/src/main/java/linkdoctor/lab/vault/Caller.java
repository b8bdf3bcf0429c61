package linkdoctor.lab.vault;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.World.Account;

/** Who asks, as the token says. */
record Caller(Account account, JsonNode claims) {

    /** As the vault's messages name the caller. */
    String text() {
        StringBuilder text = new StringBuilder("appid=").append(claims.path("appid").asText())
                .append(";oid=").append(claims.path("oid").asText());
        if (claims.path("groups").size() > 0) {
            text.append(";numgroups=").append(claims.path("groups").size());
        }
        text.append(";iss=").append(claims.path("iss").asText());
        String owner = claims.path("xms_mirid").asText();
        if (!owner.isEmpty()) {
            text.append(";xms_mirid=").append(owner).append(";xms_az_rid=").append(owner);
        }
        return text.toString();
    }
}
