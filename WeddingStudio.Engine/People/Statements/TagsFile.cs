using System.Text.Json;
using System.Text.Json.Serialization;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>Who a face in a photo is, as a file says.</summary>
public sealed record FaceTag(string PhotoId, FaceBox Box, string Name, string? Role);

/// <summary>
/// Reads `tags.json`: {"faces": {"photo_id": [{"box": [x1,y1,x2,y2], "name": "Anna", "role": "cousin"}]}}. Problems name the file
/// and where in it; what can be read is taken.
/// </summary>
public sealed record TagsFile(IReadOnlyList<FaceTag> Tags, IReadOnlyList<string> Problems)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private sealed record Root([property: JsonRequired] Dictionary<string, List<Tag>> Faces);

    private sealed record Tag([property: JsonRequired] double[] Box, [property: JsonRequired] string Name, string? Role = null);

    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">For the problems.</param>
    public static TagsFile Parse(ReadOnlySpan<byte> json, string fileName)
    {
        try
        {
            var root = JsonSerializer.Deserialize<Root>(json.StartsWith("\uFEFF"u8) ? json[3..] : json, Json);
            return root is null ? Broken($"{fileName} holds nothing.") : Check(root, fileName);
        }
        catch (JsonException error)
        {
            var where = error.LineNumber is { } line ? $", line {line + 1}" : "";
            return Broken($"{fileName}{where}: not in the form {{\"faces\": {{\"photo\": [{{\"box\": [x1,y1,x2,y2], \"name\": "
                + $"\"Anna\"}}]}}}} ({error.Path}).");
        }
    }

    private static TagsFile Broken(string problem) => new([], [problem]);

    private static TagsFile Check(Root root, string fileName)
    {
        List<FaceTag> tags = [];
        List<string> problems = [];
        foreach (var (photo, faces) in root.Faces)
        {
            for (var i = 0; i < faces.Count; i++)
            {
                if (Wrong(faces[i]) is { } reason)
                    problems.Add($"{fileName}: face {i + 1} of photo '{photo}' {reason}.");
                else
                    tags.Add(new FaceTag(photo, new FaceBox(faces[i].Box[0], faces[i].Box[1], faces[i].Box[2], faces[i].Box[3]),
                        faces[i].Name.Trim(), string.IsNullOrWhiteSpace(faces[i].Role) ? null : faces[i].Role));
            }
        }

        return new TagsFile(tags, problems);
    }

    private static string? Wrong(Tag tag) => tag switch
    {
        { Box.Length: not 4 } => $"has a box of {tag.Box.Length} numbers instead of 4",
        _ when !(tag.Box[2] > tag.Box[0] && tag.Box[3] > tag.Box[1]) => "has an empty box",
        _ when string.IsNullOrWhiteSpace(tag.Name) => "has no name",
        _ when tag.Name.Trim().Length > StatementIntake.LongestName => $"has a name longer than {StatementIntake.LongestName} characters",
        { Role: { Length: > 0 } role } when !Roles.All.Contains(role) => $"has the unknown role '{role}'",
        _ => null,
    };
}
