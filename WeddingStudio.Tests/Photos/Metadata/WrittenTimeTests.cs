using System.Globalization;
using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Tests.Photos.Metadata;

/// <summary>The ways cameras, phones and programs write a day and a time, and what is none.</summary>
public sealed class WrittenTimeTests
{
    [Theory]
    [InlineData("2026:06:20 18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026-06-20T18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026-06-20T18:31:30Z", "2026-06-20 18:31:30", 0)]
    [InlineData("2026:06:20 18:31:30+02:00", "2026-06-20 18:31:30", 120)]
    [InlineData("2026:06:20 18:31:30+0000", "2026-06-20 18:31:30", 0)]
    [InlineData("2026:06:20 18:31:30 -0530", "2026-06-20 18:31:30", -330)]
    [InlineData("2026-06-20T18:31:30.123456+05:45", "2026-06-20 18:31:30.123456", 345)]
    [InlineData("2026-06-20T18:31+02:00", "2026-06-20 18:31:00", 120)]
    [InlineData("2026-06-20T18:31-04", "2026-06-20 18:31:00", -240)]
    [InlineData("2026:06:20 18:31", "2026-06-20 18:31:00", null)]
    [InlineData("2026/06/20 18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026.06.20 18.31.30", "2026-06-20 18:31:30", null)]
    [InlineData("2026-06-20 18-31-30", "2026-06-20 18:31:30", null)]
    [InlineData("2026:06:20_18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026:06:20:18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026: 6:20  8: 1: 3", "2026-06-20 08:01:03", null)]
    [InlineData("2026:6:20 8:31:30", "2026-06-20 08:31:30", null)]
    [InlineData("20260620183130", "2026-06-20 18:31:30", null)]
    [InlineData("20260620T183130Z", "2026-06-20 18:31:30", 0)]
    [InlineData("20260620 183130+0200", "2026-06-20 18:31:30", 120)]
    [InlineData("2026:06:20 06:31:30 PM", "2026-06-20 18:31:30", null)]
    [InlineData("2026:06:20 12:05:00 a.m.", "2026-06-20 00:05:00", null)]
    [InlineData("2026:06:20 24:08:19", "2026-06-20 00:08:19", null)]
    [InlineData("2026:06:20 23:59:60", "2026-06-21 00:00:00", null)]
    [InlineData("2026:06:20 18:31:30\0remains of an older text", "2026-06-20 18:31:30", null)]
    [InlineData("  2026:06:20 18:31:30  ", "2026-06-20 18:31:30", null)]
    [InlineData("2026\u5E7406\u670820\u65E5 18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026\u5E746\u670820\u65E5 18\u664231\u520630\u79D2", "2026-06-20 18:31:30", null)]
    [InlineData("20.06.2026 18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("20/06/2026 18:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("06/20/2026 06:31:30 PM", "2026-06-20 18:31:30", null)]
    [InlineData("Sat Jun 20 18:31:30 2026", "2026-06-20 18:31:30", null)]
    [InlineData("Sat, 20 Jun 2026 18:31:30 +0200", "2026-06-20 18:31:30", 120)]
    [InlineData("Sat, 20 Jun 2026 18:31:30 GMT", "2026-06-20 18:31:30", 0)]
    [InlineData("2026-06-20T18:31:30 UTC+2", "2026-06-20 18:31:30", 120)]
    [InlineData("2026:06:20 18:31:30:12", "2026-06-20 18:31:30.12", null)]
    [InlineData("2026-06-20T18:31:30+02:00[Europe/Berlin]", "2026-06-20 18:31:30", 120)]
    [InlineData("2026-06-20 18:31:30 CEST", "2026-06-20 18:31:30", 120)]
    [InlineData("Sat Jun 20 18:31:30 CEST 2026", "2026-06-20 18:31:30", 120)]
    [InlineData("Sat, 20 Jun 2026 18:31:30 EDT", "2026-06-20 18:31:30", -240)]
    [InlineData("2026:06:20 PM 06:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026/06/20 \u4E0B\u5348 06:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("2026-06-20 \uC624\uD6C4 6:31:30", "2026-06-20 18:31:30", null)]
    [InlineData("\u0662\u0660\u0662\u0666:\u0660\u0666:\u0662\u0660 \u0661\u0668:\u0663\u0661:\u0663\u0660", "2026-06-20 18:31:30", null)]
    [InlineData("2569:06:20 18:31:30", "2026-06-20 18:31:30", null)] // Buddhist calendar
    [InlineData("2000:01:01 00:14:33", "2000-01-01 00:14:33", null)] // A clock that was set back still tells what came after what.
    public void Every_way_to_write_a_time_is_read(string text, string? local, int? offsetMinutes)
    {
        var time = WrittenTime.Of(text);

        Assert.Equal(local is null ? null : DateTime.Parse(local, CultureInfo.InvariantCulture), time?.Local);
        Assert.Equal(offsetMinutes, time?.Offset?.TotalMinutes);
    }

    [Theory]
    [InlineData("2026:06:20")]
    [InlineData("2026-06-20")]
    [InlineData("20260620")]
    [InlineData("2026:06:20   :  :  ")]
    [InlineData("2026:06:20 99:99:99")]
    public void A_day_alone_stays_a_day(string text) => Assert.Equal(new WrittenTime(new DateOnly(2026, 6, 20)), WrittenTime.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("2023:02:30 10:00:00")]
    [InlineData("0001:01:01 00:00:00")]
    [InlineData("9999:12:31 23:59:59")]
    [InlineData("26:06:20 18:31:30")] // Which of the numbers is the year?
    [InlineData("05/06/2026 18:31:30")] // And which the month?
    [InlineData("1970:01:01 01:00:00")] // Clocks that were never set
    [InlineData("1969-12-31T19:00:00-05:00")]
    [InlineData("1904:01:01 00:00:00")]
    [InlineData("1980:01:01 00:00:00")]
    [InlineData("2000:01:01 00:00:00")]
    [InlineData("Thu Jan 1 00:00:00 1970")]
    [InlineData("2026")]
    [InlineData("2026-06")]
    [InlineData("yesterday")]
    [InlineData("2026:13:20 18:31:30")]
    public void What_no_camera_can_mean_is_unknown(string? text) => Assert.Null(WrittenTime.Of(text));

    [Theory]
    [InlineData("+02:00", 120)]
    [InlineData("-0530", -330)]
    [InlineData("+2", 120)]
    [InlineData("Z", 0)]
    [InlineData("UTC+1", 60)]
    [InlineData("+02:00\0", 120)]
    [InlineData("   :  ", null)]
    [InlineData("+25:00", null)]
    [InlineData("Europe/Berlin", null)]
    [InlineData("", null)]
    public void Offsets_have_many_forms_too(string text, int? minutes) => Assert.Equal(minutes, WrittenTime.OffsetOf(text)?.TotalMinutes);
}
