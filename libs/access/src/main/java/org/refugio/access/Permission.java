package org.refugio.access;

/** A permission. {@link PermissionTable} determines the roles that include it. */
public enum Permission {
    OPEN_CASE,
    READ_CASE,
    SEARCH_CASES,
    CHANGE_CONTACT,
    RECORD_PROCEEDINGS,
    READ_DOCUMENTS,
    UPLOAD_DOCUMENT,
    REVIEW_DOCUMENT,
    READ_SCHEDULE,
    BOOK_APPOINTMENT,
    RECORD_ATTENDANCE,
    MANAGE_RESOURCES,
    READ_MESSAGES,
    ANSWER_MESSAGES,
    OPERATE,
    MOVE_CLOCK,
    READ_AUDIT
}
