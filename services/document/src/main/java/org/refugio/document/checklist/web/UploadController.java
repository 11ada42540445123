package org.refugio.document.checklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.refugio.access.Answers;
import org.refugio.access.Caller;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.document.checklist.AddUpload;
import org.refugio.document.checklist.Checklist;
import org.refugio.document.checklist.Upload;
import org.refugio.document.uploads.Pieces;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Saved;
import org.refugio.privacy.Privacy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files, streamed both ways. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
class UploadController {

    private static final int LONGEST_NAME = 200;

    private final Aggregates<Checklist> checklists;
    private final AddUpload add;
    private final Pieces pieces;
    private final Privacy privacy;

    UploadController(Aggregates<Checklist> checklists, AddUpload add, Pieces pieces, Privacy privacy) {
        this.checklists = checklists;
        this.add = add;
        this.pieces = pieces;
        this.privacy = privacy;
    }

    @PostMapping("/items/{itemId}/uploads")
    @Needs(Permission.UPLOAD_DOCUMENT)
    ResponseEntity<Saved> upload(Caller caller, CommandKey key, @PathVariable String caseId,
            @PathVariable String itemId, HttpServletRequest request) throws IOException {
        caller.require(Permission.UPLOAD_DOCUMENT, listOf(caseId).office());
        AddUpload.Command command = new AddUpload.Command(caseId, itemId,
                fileName(request.getHeader("Refugio-File-Name")));
        return Answers.of(add.handle(command, request.getInputStream(), key, caller.id()));
    }

    @GetMapping("/uploads/{uploadId}")
    @Needs(Permission.READ_DOCUMENTS)
    ResponseEntity<StreamingResponseBody> download(Caller caller, @PathVariable String caseId,
            @PathVariable String uploadId) {
        Checklist list = listOf(caseId);
        caller.require(Permission.READ_DOCUMENTS, list.office());
        Upload upload = list.upload(uploadId).orElseThrow(NotYours::new);
        String digest = privacy.open(upload.digest()).orElseThrow(NotYours::new);
        String name = privacy.open(upload.name()).orElseThrow(NotYours::new);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(upload.contentType()))
                .contentLength(upload.bytes()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(out -> pieces.copy(uploadId, upload.pieces(), digest, out));
    }

    private Checklist listOf(String caseId) {
        return checklists.find(caseId).orElseThrow(NotYours::new).state();
    }

    private static String fileName(String header) {
        String name = header == null || header.isBlank()
                ? "documento"
                : URLDecoder.decode(header, StandardCharsets.UTF_8);
        String bare = name.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }
}
