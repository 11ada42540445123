package org.refugio.bench.hot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.refugio.bench.TemporaryFolders;
import org.refugio.privacy.Privacy;
import org.refugio.store.EmbeddedStore;
import org.refugio.store.StoreSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** The real {@link Privacy} over a vault in a separate store, without the rest of a service. */
final class PrivacyFixture implements AutoCloseable {

    private static final int MASTER_KEY_BYTES = 96;

    private final Path folder;
    private final EmbeddedStore store;
    private final ConfigurableApplicationContext context;

    PrivacyFixture() throws Exception {
        folder = Files.createTempDirectory("refugio-bench");
        Path key = Files.createFile(folder.resolve("master.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Files.write(key, random);
        store = EmbeddedStore.open(new StoreSettings(folder.resolve("data"), folder.resolve("store.key"), 0, true));
        context = new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE)
                .properties("refugio.key-file=" + key, "refugio.vault-uri=" + store.uri()).run();
    }

    Privacy privacy() {
        return context.getBean(Privacy.class);
    }

    @Override
    public void close() {
        context.close();
        store.close();
        TemporaryFolders.remove(folder);
    }

    @Import(Selected.class)
    static final class Parts {
    }

    /** By name, because the class is package-private in the library. */
    static final class Selected implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[]{"org.refugio.privacy.PrivacyAutoConfiguration"};
        }
    }
}
