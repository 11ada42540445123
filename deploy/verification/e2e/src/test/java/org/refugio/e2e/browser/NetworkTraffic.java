package org.refugio.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The network traffic of a page. */
final class NetworkTraffic {

    private NetworkTraffic() {
    }

    /** The bytes of all responses with their headers of a visit with an empty cache. */
    static int bytes(Page page, String path) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        devtools.send("Network.setCacheDisabled", off);
        List<Request> finished = new ArrayList<>();
        Consumer<Request> note = finished::add;
        page.onRequestFinished(note);
        page.navigate(path);
        page.waitForLoadState(LoadState.LOAD);
        page.offRequestFinished(note);
        devtools.detach();
        return finished.stream().map(Request::sizes).mapToInt(size -> size.responseBodySize + size.responseHeadersSize)
                .sum();
    }
}
