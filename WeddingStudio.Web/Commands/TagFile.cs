using System.Text.Json;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Commands;

/// <summary>What a tags.json said: a name and perhaps a role for faces, by photo and box; and in words what is wrong with the rest.</summary>
internal sealed record TagFile(IReadOnlyList<TagFile.Tag> Tags, IReadOnlyList<string> Problems)
{
    internal sealed record Tag(string PhotoId, FaceBox Box, string Name, string? Role);

    /// <summary>Reads {"faces": {"photo_id": [{"box": [x1,y1,x2,y2], "name": "Anna", "role": "cousin"}]}}; throws <see cref="JsonException"/>.</summary>
    public static TagFile Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("faces", out var faces) || faces.ValueKind != JsonValueKind.Object)
            throw new JsonException("the outermost object needs a key `faces` that holds an object");

        var tags = new List<Tag>();
        var problems = new List<string>();
        foreach (var photo in faces.EnumerateObject())
        {
            var list = photo.Value.ValueKind == JsonValueKind.Array ? photo.Value.EnumerateArray().ToList() : [];
            if (list.Count == 0)
                problems.Add($"{photo.Name}: no list of faces");
            foreach (var face in list)
                Read(photo.Name, face, tags, problems);
        }

        return new TagFile(tags, problems);
    }

    private static void Read(string photoId, JsonElement face, List<Tag> tags, List<string> problems)
    {
        var written = face.ValueKind == JsonValueKind.Object ? Text(face, "role") : null;
        var role = written is null ? null : Roles.Find(written);
        if (written is not null && role is null)
            problems.Add($"{photoId}: the role '{written}' is none of {string.Join(", ", Roles.All)}");

        if (face.ValueKind != JsonValueKind.Object || Text(face, "name") is not { } name)
            problems.Add($"{photoId}: a face without a name");
        else if (BoxOf(face) is not { } box)
            problems.Add($"{photoId}: the box of {name} must be [x1,y1,x2,y2] in pixels");
        else
            tags.Add(new Tag(photoId, box, name, role));
    }

    private static string? Text(JsonElement face, string key) =>
        face.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static FaceBox? BoxOf(JsonElement face) =>
        face.TryGetProperty("box", out var box) && box.ValueKind == JsonValueKind.Array
        && box.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Number ? n.GetDouble() : double.NaN).ToArray() is [var x1, var y1, var x2, var y2]
        && x2 > x1 && y2 > y1
            ? new FaceBox(x1, y1, x2, y2)
            : null;
}
