package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.field;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checklist's files and decisions. A file streams through: it is never held, and never on a disk in the clear. */
@Controller
class ChecklistPageController {

    private static final Set<String> WITH_REASON = Set.of("return", "waive");

    private final ReadModel model;
    private final ServiceClient services;

    ChecklistPageController(ReadModel model, ServiceClient services) {
        this.model = model;
        this.services = services;
    }

    @PostMapping("/cases/{id}/items/{item}/uploads")
    @RequiresPermission(Permission.UPLOAD_DOCUMENT)
    String upload(StaffUser staff, @PathVariable String id, @PathVariable String item, HttpServletRequest request)
            throws IOException {
        mine(staff, Permission.UPLOAD_DOCUMENT, id);
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (!part.isFormField() && part.getName() != null && !part.getName().isBlank()) {
                String name = URLEncoder.encode(part.getName(), StandardCharsets.UTF_8).replace("+", "%20");
                String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType();
                ServiceClient.Done done = services.upload(staff, "/v1/cases/" + id + "/items/" + item + "/uploads",
                        part.openStream(), name, type, UUID.randomUUID().toString());
                return back(id, done);
            }
        }
        return "redirect:/cases/" + id + "#papers";
    }

    @GetMapping("/cases/{id}/uploads/{upload}")
    @RequiresPermission(Permission.READ_DOCUMENTS)
    void file(StaffUser staff, @PathVariable String id, @PathVariable String upload, HttpServletResponse response)
            throws IOException {
        mine(staff, Permission.READ_DOCUMENTS, id);
        HttpResponse<InputStream> file = services.bytes(staff, "/v1/cases/" + id + "/uploads/" + upload);
        for (String name : List.of("content-type", "content-disposition", "content-length")) {
            file.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        try (InputStream bytes = file.body()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/cases/{id}/items/{item}/accept")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    String accept(StaffUser staff, @PathVariable String id, @PathVariable String item, @RequestParam String uploadId,
            @RequestParam String key) {
        mine(staff, Permission.REVIEW_DOCUMENT, id);
        return back(id, services.post(staff, "document", "/v1/cases/" + id + "/items/" + item + "/accept",
                Map.of("uploadId", uploadId), key));
    }

    @GetMapping("/cases/{id}/items/{item}/{decision}")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    String ask(StaffUser staff, Model page, @PathVariable String id, @PathVariable String item,
            @PathVariable String decision) {
        page.addAttribute("file", mine(staff, Permission.REVIEW_DOCUMENT, id));
        page.addAttribute("form", form(id, item, decision));
        return "form";
    }

    @PostMapping("/cases/{id}/items/{item}/{decision}")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    String decide(StaffUser staff, Model page, @PathVariable String id, @PathVariable String item,
            @PathVariable String decision, @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, Permission.REVIEW_DOCUMENT, id);
        PageForm form = form(id, item, decision);
        String reason = typed.getOrDefault("reason", "");
        try {
            return back(id, services.post(staff, "document", "/v1/cases/" + id + "/items/" + item + "/" + decision,
                    decision.equals("waive")
                            ? Map.of("reason", reason)
                            : Map.of("reason", reason, "uploadId", newest(id, item)),
                    typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("file", file).addAttribute("form", form.with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    private String newest(String id, String item) {
        return model.papers().find(id).stream().flatMap(each -> each.lines().stream())
                .filter(each -> each.itemId().equals(item) && each.uploadId() != null).findFirst()
                .orElseThrow(NotVisible::new).uploadId();
    }

    private static PageForm form(String id, String item, String decision) {
        if (!WITH_REASON.contains(decision)) {
            throw new NotVisible();
        }
        return new PageForm("papers." + decision, "/cases/" + id + "/items/" + item + "/" + decision,
                List.of(field("reason", "textarea", true)), "/cases/" + id + "#papers");
    }

    private static String back(String id, ServiceClient.Done done) {
        return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving") + "#papers";
    }

    private CaseProjection mine(StaffUser staff, Permission permission, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(permission, file.office());
        return file;
    }
}
