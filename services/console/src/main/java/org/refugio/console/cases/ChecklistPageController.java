package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.field;
import static org.refugio.console.pages.PageForm.hidden;
import static org.refugio.console.pages.PageForm.seen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.IllegalBoundaryException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.PageForm;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.pages.PageProblem;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ChecklistProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.DocumentClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Files and reviews of the checklist. A file is streamed: it is never held in memory or stored in clear text. */
@Controller
class ChecklistPageController {

    private static final Set<String> WITH_REASON = Set.of("return", "waive");
    private static final Set<String> DECISIONS = Set.of("accept", "return", "waive");
    private static final String UPLOAD = "uploadId";
    /** The refusals that another file can avoid: too large, of another type, not valid. */
    private static final Set<Integer> AT_THE_FILE = Set.of(400, 413, 415, 422);
    private static final int MAX_KEY_BYTES = 200;

    private final ReadModel model;
    private final DocumentClient document;
    private final CommandRedirect redirect;
    private final PageFormatter show;

    ChecklistPageController(ReadModel model, DocumentClient document, CommandRedirect redirect, PageFormatter show) {
        this.model = model;
        this.document = document;
        this.redirect = redirect;
        this.show = show;
    }

    @PostMapping("/cases/{id}/items/{item}/uploads")
    @RequiresPermission(Permission.UPLOAD_DOCUMENT)
    String upload(StaffUser staff, @PathVariable String id, @PathVariable String item, HttpServletRequest request,
            RedirectAttributes next) throws IOException {
        mine(staff, Permission.UPLOAD_DOCUMENT, id);
        try {
            return upload(new UploadForm().getItemIterator(new ServletRequestContext(request)), id, item, next);
        } catch (MalformedStreamException | IllegalBoundaryException | InvalidFileNameException e) {
            throw new FileUploadException("the form cannot be read", e);
        }
    }

    private String upload(FileItemIterator parts, String id, String item, RedirectAttributes next) throws IOException {
        String key = null;
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (part.isFormField() && part.getFieldName().equals("key")) {
                key = text(part);
            } else if (!part.isFormField() && part.getName() != null && !part.getName().isBlank()) {
                String name = URLEncoder.encode(part.getName(), StandardCharsets.UTF_8).replace("+", "%20");
                PushbackInputStream content = new PushbackInputStream(part.openStream());
                int first = content.read();
                if (first < 0) {
                    return atTheFile(next, id, item, show.text("papers.empty"));
                }
                content.unread(first);
                ResponseEntity<CommandReceipt> stored;
                try {
                    stored = document.upload(id, item, new InputStreamResource(content), type(part), name, key);
                } catch (ServiceRefusal no) {
                    if (!AT_THE_FILE.contains(no.status())) {
                        throw no;
                    }
                    return atTheFile(next, id, item, PageProblem.of(no).detail());
                }
                String notice = stored.getHeaders().containsHeader(DocumentClient.STORED_BEFORE)
                        ? "?stored-before"
                        : "";
                return redirect.to("/cases/" + id + notice + "#papers", "document", stored.getBody());
            }
        }
        return atTheFile(next, id, item, show.text("papers.no-file"));
    }

    private static final class UploadForm extends FileUpload {

        /** The library fails on a part that is multipart itself and has no boundary: it gets one that is not valid. */
        @Override
        public byte[] getBoundary(String type) {
            byte[] boundary = super.getBoundary(type);
            return boundary == null ? "none".getBytes(StandardCharsets.US_ASCII) : boundary;
        }
    }

    /** The page of the case, with the problem at the field of the file. */
    private static String atTheFile(RedirectAttributes next, String id, String item, String problem) {
        next.addFlashAttribute("fileItem", item).addFlashAttribute("fileProblem", problem);
        return "redirect:/cases/" + id + "#item-" + item;
    }

    /** The key precedes the file in the form, because the file is streamed. The service checks its length. */
    private static String text(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            return new String(in.readNBytes(MAX_KEY_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** The service detects the type from the content anyway. */
    private static String type(FileItemStream part) {
        try {
            return MediaType.parseMediaType(part.getContentType()).toString();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }

    @GetMapping("/cases/{id}/uploads/{upload}")
    @RequiresPermission(Permission.READ_DOCUMENTS)
    void file(StaffUser staff, @PathVariable String id, @PathVariable String upload, HttpServletResponse response)
            throws IOException {
        mine(staff, Permission.READ_DOCUMENTS, id);
        ResponseEntity<InputStreamResource> file = document.file(id, upload);
        for (String name : List.of("Content-Type", "Content-Disposition", "Content-Length")) {
            response.setHeader(name, file.getHeaders().getFirst(name));
        }
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        try (InputStream bytes = file.getBody().getInputStream()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    /** @param uploadId the file that the page showed, with {@code seen}; without them what the read model has now */
    @GetMapping("/cases/{id}/items/{item}/{decision}")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    String ask(StaffUser staff, Model page, @PathVariable String id, @PathVariable String item,
            @PathVariable String decision, @RequestParam Map<String, String> shown) {
        CaseProjection file = mine(staff, Permission.REVIEW_DOCUMENT, id);
        if (!WITH_REASON.contains(decision)) {
            throw new NotVisible();
        }
        page.addAttribute("file", file).addAttribute("form", form(id, item, decision).with(shown))
                .addAttribute("consequence", show.text("papers.consequence-" + decision));
        return "form";
    }

    @PostMapping("/cases/{id}/items/{item}/{decision}")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    String decide(StaffUser staff, Model page, @PathVariable String id, @PathVariable String item,
            @PathVariable String decision, @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, Permission.REVIEW_DOCUMENT, id);
        PageForm form = form(id, item, decision);
        try {
            return back(id, send(id, item, decision, typed));
        } catch (ServiceRefusal no) {
            Map<String, String> again = new HashMap<>(typed);
            if (no.isOutdated()) {
                JsonNode newest = newest(id, item);
                again.put(UPLOAD, newest.path(UPLOAD).asString(""));
                page.addAttribute("newest", newest);
            } else if (!WITH_REASON.contains(decision)) {
                throw no; // nothing was typed
            }
            page.addAttribute("file", file).addAttribute("form", form.after(no, again)).addAttribute("no", no);
            return "form";
        }
    }

    private CommandReceipt send(String id, String item, String decision, Map<String, String> typed) {
        String seen = seen(typed);
        String key = typed.get("key");
        String upload = typed.getOrDefault(UPLOAD, "");
        String reason = typed.getOrDefault("reason", "");
        return switch (decision) {
            case "accept" -> document.accept(id, item, new DocumentClient.Accept(upload), seen, key);
            case "return" -> document.sendBack(id, item, new DocumentClient.Return(upload, reason), seen, key);
            default -> document.waive(id, item, new DocumentClient.Waive(reason), seen, key);
        };
    }

    /** The newest file that document has now, which the read model may not have yet. */
    private JsonNode newest(String id, String item) {
        return OptionalAnswer.of(() -> document.checklist(id)).path("lines").valueStream()
                .filter(each -> each.path("itemId").asString("").equals(item))
                .flatMap(each -> each.path("uploads").valueStream()).reduce((_, last) -> last)
                .orElseGet(MissingNode::getInstance);
    }

    private PageForm form(String id, String item, String decision) {
        if (!DECISIONS.contains(decision)) {
            throw new NotVisible();
        }
        ChecklistProjection.Line line = model.papers().find(id).flatMap(each -> each.line(item))
                .orElseThrow(NotVisible::new);
        List<PageForm.Field> fields = new ArrayList<>(List.of(seen(line.seen()),
                hidden(UPLOAD, line.uploadId() == null ? "" : line.uploadId())));
        if (WITH_REASON.contains(decision)) {
            fields.add(field("reason", "textarea", true));
        }
        return new PageForm("papers." + decision, "/cases/" + id + "/items/" + item + "/" + decision, fields,
                "/cases/" + id + "#papers");
    }

    private String back(String id, CommandReceipt receipt) {
        return redirect.to("/cases/" + id + "#papers", "document", receipt);
    }

    private CaseProjection mine(StaffUser staff, Permission permission, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(permission, file.office());
        return file;
    }
}
