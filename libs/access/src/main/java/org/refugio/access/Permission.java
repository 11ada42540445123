package org.refugio.access;

/** What can be allowed. The table in {@link PermissionTable} says to whom. */
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
