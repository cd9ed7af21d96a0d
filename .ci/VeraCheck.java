// Judges PDF files with the veraPDF engine, all in one run because starting Java costs more than judging.
// usage: VeraCheck FLAVOUR FILE [FLAVOUR FILE]...   (flavours: 3u, ua1, ...)
// prints one line a pair, tab-separated: PASS|FAIL|ERROR, flavour, file, broken rules or the exception

import java.io.File;
import java.io.InputStream;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class VeraCheck {
    public static void main(String[] pairs) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            String verdict;
            try {
                verdict = judge(pairs[i], new File(pairs[i + 1]));
            } catch (Throwable fault) {
                verdict = "ERROR\t" + pairs[i] + "\t" + pairs[i + 1] + "\t" + oneLine(fault.toString());
            }
            System.out.println(verdict);
        }
    }

    private static String judge(String name, File file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result = Foundries.defaultInstance()
                .createValidator(profile(flavour), false).validate(parser);
            return (result.isCompliant() ? "PASS" : "FAIL") + "\t" + name + "\t" + file + "\t"
                + (result.isCompliant() ? result.getTotalAssertions() + " checks" : broken(result));
        }
    }

    // The jar holds the profiles as resources, but not the directory that would list them.
    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String id = flavour.getId();
        String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase();
        try (InputStream xml = VeraCheck.class.getResourceAsStream(
                "/org/verapdf/pdfa/validation/" + name + ".xml")) {
            return Profiles.profileFromXml(xml);
        }
    }

    private static String broken(ValidationResult result) {
        TreeMap<String, String> rules = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                rules.putIfAbsent(rule, rule + " " + oneLine(assertion.getMessage()));
            }
        }
        return String.join("; ", rules.values());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
