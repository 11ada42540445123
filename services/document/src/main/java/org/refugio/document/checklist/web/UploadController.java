package org.refugio.document.checklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.document.checklist.AddUpload;
import org.refugio.document.checklist.Checklist;
import org.refugio.document.checklist.Upload;
import org.refugio.document.uploads.EncryptedChunks;
import org.refugio.document.uploads.FileNames;
import org.refugio.document.uploads.UploadTooLarge;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Uploads and downloads of files, streamed. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
class UploadController {

    private static final String FILE_NAME = "Refugio-File-Name";
    private static final String STORED_BEFORE = "Refugio-Stored-Before";

    private final AggregateRepository<Checklist> checklists;
    private final AddUpload addUpload;
    private final EncryptedChunks chunks;
    private final Privacy privacy;

    UploadController(AggregateRepository<Checklist> checklists, AddUpload addUpload, EncryptedChunks chunks,
            Privacy privacy) {
        this.checklists = checklists;
        this.addUpload = addUpload;
        this.chunks = chunks;
        this.privacy = privacy;
    }

    @PostMapping("/items/{itemId}/uploads")
    @RequiresPermission(Permission.UPLOAD_DOCUMENT)
    @Unconditional("It adds a file beside the others, which a person then reviews")
    @Operation(parameters = @Parameter(in = ParameterIn.HEADER, name = FILE_NAME, description = "Percent-encoded", schema = @Schema(type = "string")), requestBody = @RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<CommandReceipt> upload(Caller caller, CommandKey key, @PathVariable String caseId,
            @PathVariable String itemId, HttpServletRequest request) throws IOException {
        caller.require(Permission.UPLOAD_DOCUMENT, checklistOf(caseId).office());
        if (request.getContentLengthLong() > AddUpload.MAX_BYTES) {
            throw new UploadTooLarge(AddUpload.MAX_BYTES);
        }
        AddUpload.Command command = new AddUpload.Command(caseId, itemId,
                decode(request.getHeader(FILE_NAME)));
        AddUpload.Added added = addUpload.handle(command, request.getInputStream(), key, caller.id());
        ResponseEntity<CommandReceipt> response = CommandResponses.of(added.outcome());
        return added.storedBefore()
                ? ResponseEntity.ok().header(STORED_BEFORE, "true").body(response.getBody())
                : response;
    }

    @GetMapping("/uploads/{uploadId}")
    @RequiresPermission(Permission.READ_DOCUMENTS)
    @ApiResponse(responseCode = "200", description = "The bytes that were uploaded", content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<StreamingResponseBody> download(Caller caller, @PathVariable String caseId,
            @PathVariable String uploadId) {
        Checklist list = checklistOf(caseId);
        caller.require(Permission.READ_DOCUMENTS, list.office());
        Upload upload = list.upload(uploadId).orElseThrow(NotVisible::new);
        String digest = privacy.open(upload.content().digest()).orElseThrow(NotVisible::new);
        String name = privacy.open(upload.name()).orElseThrow(NotVisible::new);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(upload.contentType()))
                .contentLength(upload.content().bytes()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(out -> chunks.copy(upload.content().contentId(), upload.content().pieces(), digest, out));
    }

    private Checklist checklistOf(String caseId) {
        return checklists.find(caseId).orElseThrow(NotVisible::new).state();
    }

    private static String decode(String header) {
        try {
            return header == null ? FileNames.UNNAMED : StringUtils.uriDecode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return FileNames.UNNAMED; // an unreadable name must not prevent the upload
        }
    }
}
